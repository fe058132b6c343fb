use haproxy_model::language::Directive;
use haproxy_model::value::Text;

#[derive(Directive)]
enum Nothing {
    #[keyword("a", call)]
    A,
}

#[derive(Directive)]
enum Both {
    #[keyword("a", call, prefix)]
    A(Text),
}

#[derive(Directive)]
enum Order {
    #[keyword("a", call)]
    A(Text, #[arg(inside)] Text),
}

#[derive(Directive)]
enum Prefix {
    #[keyword("a.", prefix)]
    A(#[arg(inside)] Text, #[arg(inside)] Text),
}

fn main() {}
