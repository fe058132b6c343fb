//! The model of any bytes, printed and read again, is the same model.
#![no_main]

use haproxy_config::{Document, Target};
use haproxy_model::version::Version;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let target = Target::new(Version::new(3, 2));
    let (config, _) = Document::parse(bytes).to_model(&target);
    // A NUL from an escape has no spelling.
    if let Ok(fresh) = Document::from_model(&config) {
        let (again, _) = fresh.to_model(&target);
        assert_eq!(again, config);
    }
});
