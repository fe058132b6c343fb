use haproxy_model::language::Directive;

#[derive(Directive)]
enum NoVersion {
    #[keyword("a", since = "3")]
    A,
}

#[derive(Directive)]
enum NotText {
    #[keyword("a", since = 3.0)]
    A,
}

#[derive(Directive)]
enum Twice {
    #[keyword("a", since = "3.0", since = "3.2")]
    A,
}

fn main() {}
