//! What each pallet is told, by concern.

pub mod bme;
pub mod consensus;
pub mod contribution;
pub mod fees;
pub mod fellowship;
pub mod fiat;
pub mod governance;
pub mod identity;
pub mod measurement;
pub mod price;
pub mod system;
pub mod tokens;
pub mod treasury;
pub mod utility;
pub mod verification;
