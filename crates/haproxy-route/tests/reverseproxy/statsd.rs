//! Numbers for statsd.

use haproxy_route::reverseproxy::statsd_datagrams;

#[test]
fn numbers_become_gauges() {
    let answer = "# pxname,svname,qcur,status,desc,smax,\nwww,FRONTEND,,OPEN,\"a, \"\"b\",7,\nb.c,s:1,0,UP,,12,\n\n";
    assert_eq!(
        statsd_datagrams(answer, "juju.$UNIT", "haproxy/0").unwrap(),
        ["juju.haproxy-0.www.FRONTEND.smax:7|g\n\
          juju.haproxy-0.b_c.s_1.qcur:0|g\n\
          juju.haproxy-0.b_c.s_1.smax:12|g"]
    );
    let long = format!("# pxname,svname,smax\n{}", "backend,server,1\n".repeat(200));
    let datagrams = statsd_datagrams(&long, "p", "u/0").unwrap();
    assert!(datagrams.len() > 1 && datagrams.iter().all(|datagram| datagram.len() <= 1432));
    assert_eq!(
        datagrams
            .iter()
            .map(|datagram| datagram.lines().count())
            .sum::<usize>(),
        200
    );
    assert!(statsd_datagrams("Unknown command", "p", "u/0").is_err());
}
