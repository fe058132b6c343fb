use haproxy_model::language::Directive;
use haproxy_model::value::Text;

#[derive(Directive)]
enum Same {
    #[keyword("timeout client")]
    A,
    #[keyword("timeout client")]
    B,
}

#[derive(Directive)]
enum Alias {
    #[keyword("a")]
    A,
    #[keyword("b", alias = "a")]
    B,
}

#[derive(Directive)]
enum Call {
    #[keyword("a")]
    A,
    #[keyword("a", call)]
    B(Option<Text>),
}

fn main() {}
