use crate::rule::action::{CounterAction, HeaderAction, PriorityAction, UriAction, VariableAction};
use crate::rule::{
    HttpAfterResponseAction, HttpCheckRule, HttpRequestAction, HttpResponseAction, Redirect,
    TcpCheckRule, TcpRequestRule, TcpResponseRule,
};

#[test]
fn rules_are_small() {
    assert!(size_of::<HeaderAction>() <= 64);
    assert!(size_of::<UriAction>() <= 64);
    assert!(size_of::<VariableAction>() <= 64);
    assert!(size_of::<CounterAction>() <= 64);
    assert!(size_of::<PriorityAction>() <= 64);
    assert!(size_of::<HttpRequestAction>() <= 72);
    assert!(size_of::<HttpResponseAction>() <= 72);
    assert!(size_of::<HttpAfterResponseAction>() <= 72);
    assert!(size_of::<TcpRequestRule>() <= 96);
    assert!(size_of::<TcpResponseRule>() <= 96);
    assert!(size_of::<HttpCheckRule>() <= 64);
    assert!(size_of::<TcpCheckRule>() <= 64);
    assert!(size_of::<Redirect>() <= 48);
}
