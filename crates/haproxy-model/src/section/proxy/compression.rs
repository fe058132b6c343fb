use crate::language::Directive;
use crate::section::{Backend, Defaults, Frontend, Listen};
use crate::value::{Choice, Size, Text};

/// How messages are compressed.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("defaults", "frontend", "listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen)
)]
#[non_exhaustive]
pub enum CompressionKeyword {
    /// The algorithms for answers, the preferred one first.
    #[keyword(
        "compression algo",
        needs = "*",
        json = "compression.algorithms: words",
        multiple = "compression_algo"
    )]
    CompressionAlgo(Vec<Choice<CompressionAlgorithm>>),
    /// The algorithm for requests.
    #[keyword(
        "compression algo-req",
        ignores_rest,
        json = "compression.algo-req",
        since = "2.8"
    )]
    CompressionAlgoReq(Choice<CompressionAlgorithm>),
    /// The algorithms for answers, the preferred one first.
    #[keyword(
        "compression algo-res",
        needs = "*",
        json = "compression.algos-res: words",
        since = "2.8",
        multiple = "compression_algo_res"
    )]
    CompressionAlgoRes(Vec<Choice<CompressionAlgorithm>>),
    /// The types of content that are compressed in answers; all where no line says it.
    #[keyword(
        "compression type",
        needs = "*",
        json = "compression.types: words",
        multiple = "compression_type"
    )]
    CompressionType(Vec<Text>),
    /// The types of content that are compressed in requests; all where no line says it.
    #[keyword(
        "compression type-req",
        needs = "*",
        json = "compression.types-req: words",
        since = "2.8",
        multiple = "compression_type_req"
    )]
    CompressionTypeReq(Vec<Text>),
    /// The types of content that are compressed in answers; all where no line says it.
    #[keyword(
        "compression type-res",
        needs = "*",
        json = "compression.types-res: words",
        since = "2.8",
        multiple = "compression_type_res"
    )]
    CompressionTypeRes(Vec<Text>),
    /// The least length of a request that is compressed, in bytes.
    #[keyword(
        "compression minsize-req",
        ignores_rest,
        json = "compression.minsize_req",
        since = "3.2"
    )]
    CompressionMinsizeReq(Size),
    /// The least length of an answer that is compressed, in bytes.
    #[keyword(
        "compression minsize-res",
        ignores_rest,
        json = "compression.minsize_res",
        since = "3.2"
    )]
    CompressionMinsizeRes(Size),
    /// Servers are not to compress.
    #[keyword(
        "compression offload",
        ignores_rest,
        json = "compression.offload = true",
        sections("frontend", "listen", "backend")
    )]
    CompressionOffload,
    /// What is compressed; answers where no line says it.
    #[keyword(
        "compression direction",
        ignores_rest,
        json = "compression.direction",
        since = "2.8",
        deprecated = "3.4",
        instead = "filter comp-req and filter comp-res"
    )]
    CompressionDirection(Choice<CompressionDirection>),
}

/// An algorithm of compression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum CompressionAlgorithm {
    /// None; for debugging.
    #[keyword("identity")]
    Identity,
    /// That of gzip.
    #[keyword("gzip")]
    Gzip,
    /// That of zlib.
    #[keyword("deflate")]
    Deflate,
    /// That of zlib without its header.
    #[keyword("raw-deflate")]
    RawDeflate,
}

/// What is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum CompressionDirection {
    /// Requests.
    #[keyword("request")]
    Request,
    /// Answers.
    #[keyword("response")]
    Response,
    /// Requests and answers.
    #[keyword("both")]
    Both,
}

#[cfg(test)]
mod tests {
    use crate::section::Backend;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Backend>(
            "backend x
                compression algo gzip deflate raw-deflate identity
                compression algo-req gzip
                compression algo-res gzip deflate
                compression type text/html text/
                compression type-req a/b
                compression type-res a/b c/d
                compression minsize-req 1k
                compression minsize-res 1500
                compression offload
                compression direction both",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Backend>(&[(
            "compression algo-req brotli",
            "compression algo-req: unknown keyword 'brotli', expected 'identity', 'gzip', 'deflate' or 'raw-deflate'",
        )]);
    }
}
