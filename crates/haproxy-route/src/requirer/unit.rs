use crate::field::{Kind as _, address, objects};
use crate::value::Address;

objects! {
    /// What each unit of a requirer says.
    #[derive(Eq, Hash)]
    pub struct RequirerUnitData(schema) {
        /// The address at which the unit is reached.
        address: Address = address().required();
    }
}
