use haproxy_model::language::Directive;

#[derive(Directive)]
enum NoAttribute {
    A,
}

#[derive(Directive)]
enum Blanks {
    #[keyword("timeout  client")]
    A,
}

#[derive(Directive)]
enum Parentheses {
    #[keyword("hdr(name)")]
    A,
}

#[derive(Directive)]
enum Role {
    #[keyword(other)]
    A,
}

fn main() {}
