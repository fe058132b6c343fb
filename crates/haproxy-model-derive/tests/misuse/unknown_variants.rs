use haproxy_model::language::Directive;
use haproxy_model::value::Text;

#[derive(Directive)]
enum Fields {
    #[keyword("a")]
    A,
    #[keyword(unknown)]
    Unknown { words: Vec<Text> },
}

#[derive(Directive)]
enum Two {
    #[keyword("a")]
    A,
    #[keyword(value)]
    Value(Text),
    #[keyword(unknown)]
    Unknown(Text),
}

#[derive(Directive)]
enum Facts {
    #[keyword("a")]
    A,
    #[keyword(unknown, since = "3.0")]
    Unknown(Text),
}

#[derive(Directive)]
enum ValueList {
    #[keyword("a")]
    A,
    #[keyword(value)]
    Value(Vec<Text>),
}

#[derive(Directive)]
enum Only {
    #[keyword(unknown)]
    Unknown(Text),
}

fn main() {}
