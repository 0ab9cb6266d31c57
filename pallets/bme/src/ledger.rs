//! The ledger: every token that enters or leaves issuance is counted by its cause, with an event. Nothing else in the runtime mints
//! or burns.

use crate::{
	pallet::{BurnedTotal, GenesisIssuance, MintedTotal},
	Config, Event, Pallet,
};
use bme_primitives::{Balance, BurnCause, Class, MintCause, Pool};
use core::marker::PhantomData;
use frame_support::{
	parameter_types,
	traits::{
		fungible::{Inspect as _, Mutate as _},
		tokens::{Fortitude, Precision, Preservation},
		Get, Imbalance, OnUnbalanced,
	},
};
use sp_runtime::{
	traits::{AccountIdConversion, Zero},
	DispatchResult,
};

parameter_types! {
	/// [`BurnCause::Fee`].
	pub const FeeCause: BurnCause = BurnCause::Fee;
	/// [`BurnCause::Dust`].
	pub const DustCause: BurnCause = BurnCause::Dust;
	/// [`BurnCause::Slash`].
	pub const SlashCause: BurnCause = BurnCause::Slash;
	/// [`BurnCause::Forfeit`].
	pub const ForfeitCause: BurnCause = BurnCause::Forfeit;
}

/// Burns what it is given, through the ledger: written first, dropped after, so that no observer sees a burn without its cause.
pub struct BurnAs<T, Cause>(PhantomData<(T, Cause)>);

/// Burns transaction fees and tips.
pub type BurnFees<T> = BurnAs<T, FeeCause>;
/// Burns the rest of accounts below the existential deposit.
pub type BurnDust<T> = BurnAs<T, DustCause>;
/// Burns what is slashed outside jobs.
pub type BurnSlashed<T> = BurnAs<T, SlashCause>;
/// Burns the ledger's half of forfeited liabilities.
pub type BurnForfeits<T> = BurnAs<T, ForfeitCause>;

impl<T: Config, Cause: Get<BurnCause>, Credit: Imbalance<Balance>> OnUnbalanced<Credit> for BurnAs<T, Cause> {
	fn on_nonzero_unbalanced(credit: Credit) {
		Pallet::<T>::note_burned(Cause::get(), credit.peek());
		drop(credit);
	}
}

impl<T: Config> Pallet<T> {
	/// Count tokens that leave issuance. Whoever calls this burns them.
	pub fn note_burned(cause: BurnCause, amount: Balance) {
		if amount.is_zero() {
			return;
		}
		// Never more than genesis and all that was minted, which fits.
		BurnedTotal::<T>::mutate(cause, |total| *total = total.saturating_add(amount));
		Self::deposit_event(Event::Burned { cause, amount });
	}

	/// Mint `amount` to `to` and count it. The only way into issuance.
	pub(crate) fn mint(cause: MintCause, to: &T::AccountId, amount: Balance) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		T::Currency::mint_into(to, amount)?;
		MintedTotal::<T>::mutate(cause, |total| *total = total.saturating_add(amount));
		Self::deposit_event(Event::Minted {
			cause,
			to: to.clone(),
			amount,
		});
		Ok(())
	}

	/// Burn `amount` of a pot and count it.
	pub(crate) fn burn_from_pot(pool: Pool, amount: Balance) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		let pot = Self::pot(pool);
		T::Currency::burn_from(
			&pot,
			amount,
			Preservation::Preserve,
			Precision::Exact,
			Fortitude::Polite,
		)?;
		Self::note_burned(BurnCause::Expired, amount);
		Ok(())
	}

	/// All that jobs and channels burned since genesis: "burn" in the emission's formulas.
	pub(crate) fn burned_by_use() -> Balance {
		Class::ALL
			.iter()
			.map(|class| BurnCause::Job(*class))
			.chain([BurnCause::Channel])
			.fold(0, |sum: Balance, cause| {
				sum.saturating_add(BurnedTotal::<T>::get(cause))
			})
	}

	/// The account that holds what is minted into a pool until it is paid.
	pub fn pot(pool: Pool) -> T::AccountId {
		T::PalletId::get().into_sub_account_truncating(pool)
	}

	/// The account that holds fiat debts.
	pub fn fiat_pot() -> T::AccountId {
		T::PalletId::get().into_sub_account_truncating(b"fiat")
	}

	/// At genesis: give the pots and the treasury the existential deposit, without which a small mint into them would fail, and
	/// write down the issuance that the ledger starts from.
	pub(crate) fn endow_pots() {
		let accounts = Pool::ALL.map(Self::pot).into_iter().chain([T::TreasuryAccount::get()]);
		let least = T::Currency::minimum_balance();
		for account in accounts.filter(|account| T::Currency::balance(account) < least) {
			frame_support::assert_ok!(T::Currency::mint_into(&account, least));
		}
		GenesisIssuance::<T>::put(T::Currency::total_issuance());
	}
}
