use haproxy_model::language::Directive;
use haproxy_model::value::Text;

#[derive(Directive)]
enum Empty {
    #[keyword("a")]
    A,
    #[keyword(group)]
    Group,
}

#[derive(Directive)]
enum Several {
    #[keyword("a")]
    A,
    #[keyword(group)]
    Group(Vec<Text>),
}

fn main() {}
