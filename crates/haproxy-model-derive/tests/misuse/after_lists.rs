use haproxy_model::language::Directive;
use haproxy_model::value::Text;

#[derive(Directive)]
struct Required {
    names: Vec<Text>,
    last: Text,
}

#[derive(Directive)]
struct Lists {
    names: Vec<Text>,
    others: Vec<Text>,
}

fn main() {}
