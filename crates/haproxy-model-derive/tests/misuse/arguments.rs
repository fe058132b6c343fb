use haproxy_model::language::Directive;
use haproxy_model::value::Text;

#[derive(Directive)]
struct Flag {
    flag: bool,
}

#[derive(Directive)]
struct Word {
    #[arg(word = "from")]
    from: Text,
}

#[derive(Directive)]
struct Both {
    #[arg(word = "from", keyword = "from")]
    from: bool,
}

#[derive(Directive)]
struct KeywordList {
    #[arg(keyword = "from")]
    from: Vec<Text>,
}

#[derive(Directive)]
struct Words {
    #[arg(keyword = "from here")]
    from: Text,
}

#[derive(Directive)]
struct Inside {
    #[arg(inside)]
    from: Text,
}

#[derive(Directive)]
struct Empty {}

#[derive(Directive)]
struct Parameter<T> {
    value: T,
}

#[derive(Directive)]
#[keyword("a")]
struct Keyword {
    value: Text,
}

fn main() {}
