use crate::language::Directive;
use crate::section::global::Global;
use crate::value::{LeadingInteger, Several, Text, Toggle};

/// Libraries that tell devices by their requests.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum DeviceKeyword {
    /// The data of 51Degrees.
    #[keyword(
        "51degrees-data-file",
        feature = "51DEGREES",
        json = "fifty_one_degrees_options.data_file"
    )]
    FiftyOneDegreesDataFile(Text),
    /// The properties to load from 51Degrees.
    #[keyword(
        "51degrees-property-name-list",
        feature = "51DEGREES",
        json = "fifty_one_degrees_options.property_name_list: raw"
    )]
    FiftyOneDegreesPropertyNameList(Several<Text>),
    /// What stands behind each property of 51Degrees in a header; `,` by default.
    #[keyword(
        "51degrees-property-separator",
        feature = "51DEGREES",
        json = "fifty_one_degrees_options.property_separator"
    )]
    FiftyOneDegreesPropertySeparator(Text),
    /// How many answers of 51Degrees are kept.
    #[keyword(
        "51degrees-cache-size",
        feature = "51DEGREES",
        json = "fifty_one_degrees_options.cache_size"
    )]
    FiftyOneDegreesCacheSize(LeadingInteger),
    /// Whether 51Degrees uses its performance graph.
    #[keyword(
        "51degrees-use-performance-graph",
        feature = "51DEGREES",
        since = "2.8"
    )]
    FiftyOneDegreesUsePerformanceGraph(Toggle),
    /// Whether 51Degrees uses its predictive graph.
    #[keyword("51degrees-use-predictive-graph", feature = "51DEGREES", since = "2.8")]
    FiftyOneDegreesUsePredictiveGraph(Toggle),
    /// How far characters may drift for 51Degrees.
    #[keyword("51degrees-drift", feature = "51DEGREES", since = "2.8")]
    FiftyOneDegreesDrift(LeadingInteger),
    /// How much a match of 51Degrees may differ.
    #[keyword("51degrees-difference", feature = "51DEGREES", since = "2.8")]
    FiftyOneDegreesDifference(LeadingInteger),
    /// Whether 51Degrees uses nodes that do not match.
    #[keyword("51degrees-allow-unmatched", feature = "51DEGREES", since = "2.8")]
    FiftyOneDegreesAllowUnmatched(Toggle),
    /// The data of `DeviceAtlas`.
    #[keyword(
        "deviceatlas-json-file",
        feature = "DEVICEATLAS",
        json = "device_atlas_options.json_file"
    )]
    DeviceatlasJsonFile(Text),
    /// How much `DeviceAtlas` tells; 0 by default.
    #[keyword(
        "deviceatlas-log-level",
        feature = "DEVICEATLAS",
        json = "device_atlas_options.log_level: text"
    )]
    DeviceatlasLogLevel(LeadingInteger),
    /// What separates the properties of `DeviceAtlas`; `|` by default.
    #[keyword(
        "deviceatlas-separator",
        feature = "DEVICEATLAS",
        json = "device_atlas_options.separator"
    )]
    DeviceatlasSeparator(Text),
    /// The cookie of `DeviceAtlas`'s client; `DAPROPS` by default.
    #[keyword(
        "deviceatlas-properties-cookie",
        feature = "DEVICEATLAS",
        json = "device_atlas_options.properties_cookie"
    )]
    DeviceatlasPropertiesCookie(Text),
    /// The data of WURFL.
    #[keyword("wurfl-data-file", feature = "WURFL", json = "wurfl_options.data_file")]
    WurflDataFile(Text),
    /// The capabilities to ask WURFL for.
    #[keyword(
        "wurfl-information-list",
        feature = "WURFL",
        json = "wurfl_options.information_list: raw"
    )]
    WurflInformationList(Several<Text>),
    /// What separates the capabilities of WURFL; `,` by default.
    #[keyword(
        "wurfl-information-list-separator",
        feature = "WURFL",
        json = "wurfl_options.information_list_separator"
    )]
    WurflInformationListSeparator(Text),
    /// Patches of WURFL's data.
    #[keyword(
        "wurfl-patch-file",
        feature = "WURFL",
        json = "wurfl_options.patch_file: raw"
    )]
    WurflPatchFile(Vec<Text>),
    /// How many answers of WURFL are kept.
    #[keyword(
        "wurfl-cache-size",
        feature = "WURFL",
        json = "wurfl_options.cache_size"
    )]
    WurflCacheSize(LeadingInteger),
    /// What WURFL is optimized for.
    #[keyword("wurfl-engine-mode", feature = "WURFL", removed = "2.4")]
    WurflEngineMode(Text),
    /// Which user agent WURFL takes.
    #[keyword("wurfl-useragent-priority", feature = "WURFL", removed = "2.4")]
    WurflUseragentPriority(Text),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::section_prints_back;

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                51degrees-data-file /etc/51.dat
                51degrees-property-name-list DeviceType IsMobile
                51degrees-property-separator ;
                51degrees-cache-size 1000
                51degrees-use-performance-graph on
                51degrees-use-predictive-graph off
                51degrees-drift 1
                51degrees-difference 2
                51degrees-allow-unmatched on
                deviceatlas-json-file /etc/da.json
                deviceatlas-log-level 1
                deviceatlas-separator |
                deviceatlas-properties-cookie DAPROPS
                wurfl-data-file /etc/wurfl.zip
                wurfl-information-list wurfl_id model_name
                wurfl-information-list-separator |
                wurfl-patch-file /etc/a.xml /etc/b.xml
                wurfl-cache-size 100",
        );
    }
}
