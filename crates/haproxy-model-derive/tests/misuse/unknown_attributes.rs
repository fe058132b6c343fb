use haproxy_model::language::Directive;
use haproxy_model::value::Text;

#[derive(Directive)]
#[directive(section("mailers"))]
enum Container {
    #[keyword("a")]
    A,
}

#[derive(Directive)]
enum Variant {
    #[keyword("a", until = "3.0")]
    A,
}

#[derive(Directive)]
struct Field {
    #[arg(optional)]
    name: Text,
}

fn main() {}
