//! Transaction extensions of this runtime's own.

use crate::{Runtime, RuntimeCall};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{dispatch::DispatchResult, pallet_prelude::TransactionSource, weights::Weight};
use pallet_skip_feeless_payment::{Intermediate, SkipCheckIfFeeless};
use pallet_transaction_payment::ChargeTransactionPayment;
use scale_info::{Type, TypeInfo};
use sp_runtime::{
	traits::{
		DispatchInfoOf, DispatchOriginOf, Implication, PostDispatchInfoOf, TransactionExtension,
		TransactionExtensionMetadata, ValidateResult, Zero,
	},
	transaction_validity::TransactionValidityError,
};

type Payment = ChargeTransactionPayment<Runtime>;
type UnlessFree = SkipCheckIfFeeless<Runtime, Payment>;

/// Charges for a transaction, unless its call is free. One that offers a tip pays as any other does, and so can outbid others where
/// blocks are full. From outside it looks like [`ChargeTransactionPayment`], which wallets know.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking)]
pub struct ChargeUnlessFree(UnlessFree);

impl From<Payment> for ChargeUnlessFree {
	fn from(payment: Payment) -> Self {
		Self(payment.into())
	}
}

impl TypeInfo for ChargeUnlessFree {
	type Identity = Payment;

	fn type_info() -> Type {
		Payment::type_info()
	}
}

impl TransactionExtension<RuntimeCall> for ChargeUnlessFree {
	const IDENTIFIER: &'static str = <UnlessFree as TransactionExtension<RuntimeCall>>::IDENTIFIER;
	type Implicit = ();
	type Val = <UnlessFree as TransactionExtension<RuntimeCall>>::Val;
	type Pre = <UnlessFree as TransactionExtension<RuntimeCall>>::Pre;

	fn metadata() -> Vec<TransactionExtensionMetadata> {
		<UnlessFree as TransactionExtension<RuntimeCall>>::metadata()
	}

	fn weight(&self, call: &RuntimeCall) -> Weight {
		self.0.weight(call)
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<RuntimeCall>,
		call: &RuntimeCall,
		info: &DispatchInfoOf<RuntimeCall>,
		len: usize,
		implicit: (),
		implication: &impl Implication,
		source: TransactionSource,
	) -> ValidateResult<Self::Val, RuntimeCall> {
		let payment = &self.0 .0;
		if payment.tip().is_zero() {
			return self.0.validate(origin, call, info, len, implicit, implication, source);
		}
		let (valid, paid, origin) = payment.validate(origin, call, info, len, implicit, implication, source)?;
		Ok((valid, Intermediate::Apply(paid), origin))
	}

	fn prepare(
		self,
		val: Self::Val,
		origin: &DispatchOriginOf<RuntimeCall>,
		call: &RuntimeCall,
		info: &DispatchInfoOf<RuntimeCall>,
		len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		self.0.prepare(val, origin, call, info, len)
	}

	fn post_dispatch_details(
		pre: Self::Pre,
		info: &DispatchInfoOf<RuntimeCall>,
		post_info: &PostDispatchInfoOf<RuntimeCall>,
		len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		UnlessFree::post_dispatch_details(pre, info, post_info, len, result)
	}
}
