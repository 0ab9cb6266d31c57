//! Challenges: in each epoch the devices sign what nobody knew before, and their supplier answers once for all of them. Reporters can
//! demand that it proves some, drawn when its answer is fixed.

use crate::{
	pallet::{Answers, DeviceCounts, DevicePlaces, Devices, OpenChallenge, Reporters},
	Answer, AnswerOf, Challenge, Config, Demand, DeviceId, DeviceProof, Error, Event, Pallet, SAMPLES,
};
use alloc::vec::Vec;
use bme_primitives::{EpochClock, EpochIndex, ItemId};
use codec::Encode;
use frame_support::{
	ensure,
	traits::{Get, SortedMembers},
	BoundedVec,
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{
	traits::{BlakeTwo256, Saturating, Verify, Zero},
	DispatchResult,
};

/// How often a device is drawn for a demand, at most: those that do not count are drawn again.
const TRIES: u32 = 4 * SAMPLES;

impl<T: Config> Pallet<T> {
	/// What a device signs in an epoch with this seed.
	pub fn challenge_statement(supplier: &T::AccountId, seed: H256) -> Vec<u8> {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		(b"bme/challenge", genesis, supplier, seed).encode()
	}

	/// The block in which an epoch begins makes its challenge of the block before. Its author can choose among few, and gains nothing by it.
	pub(crate) fn open_challenge() {
		let epoch = T::Epoch::current();
		if OpenChallenge::<T>::get().is_some_and(|challenge| challenge.epoch == epoch) {
			return;
		}
		let parent = frame_system::Pallet::<T>::parent_hash();
		let seed = blake2_256(&(b"bme/challenge", parent, epoch).encode()).into();
		OpenChallenge::<T>::put(Challenge { epoch, seed });
		Self::deposit_event(Event::ChallengeOpened { epoch, seed });
	}

	pub(crate) fn do_answer(
		who: T::AccountId,
		epoch: EpochIndex,
		root: H256,
		leaves: u32,
		items: Vec<ItemId>,
		absent: Vec<DeviceId>,
	) -> DispatchResult {
		let challenge = OpenChallenge::<T>::get().filter(|challenge| challenge.epoch == epoch);
		let seed = challenge.ok_or(Error::<T>::WrongEpoch)?.seed;
		ensure!(!Answers::<T>::contains_key(epoch, &who), Error::<T>::AlreadyAnswered);
		ensure!(
			items.is_sorted_by(|one, next| one < next) && absent.is_sorted_by(|one, next| one < next),
			Error::<T>::NotSorted
		);
		let is_away = |device: &DeviceId| {
			let device = Devices::<T>::get(device).filter(|device| device.supplier == who);
			device.map(|device| device.item).ok_or(Error::<T>::UnknownDevice)
		};
		let away = absent.iter().map(is_away).collect::<Result<Vec<_>, _>>()?;
		let present = items
			.into_iter()
			.map(|item| {
				let registered = DeviceCounts::<T>::get(&who, item);
				ensure!(!registered.is_zero(), Error::<T>::NoDevices);
				let away = away.iter().filter(|of| **of == item).count() as u32;
				Ok((item, registered.saturating_sub(away)))
			})
			.collect::<Result<Vec<_>, Error<T>>>()?;
		ensure!(!present.is_empty(), Error::<T>::NoDevices);
		let answer = Answer {
			seed,
			root,
			leaves,
			items: BoundedVec::truncate_from(present.clone()),
			absent: BoundedVec::truncate_from(absent),
			at: frame_system::Pallet::<T>::block_number(),
			demands: BoundedVec::new(),
		};
		Answers::<T>::insert(epoch, &who, answer);
		Self::deposit_event(Event::ChallengeAnswered {
			supplier: who,
			epoch,
			present,
		});
		Ok(())
	}

	pub(crate) fn do_demand(reporter: T::AccountId, epoch: EpochIndex, supplier: T::AccountId) -> DispatchResult {
		ensure!(T::Members::contains(&reporter), Error::<T>::NotReporter);
		let bond = Reporters::<T>::get(&reporter).map_or(0, |reporter| reporter.bond);
		ensure!(bond >= T::ReporterBond::get(), Error::<T>::NotBonded);
		let mut answer = Answers::<T>::get(epoch, &supplier).ok_or(Error::<T>::NoAnswer)?;
		ensure!(
			answer.demands.iter().all(|demand| demand.reporter != reporter),
			Error::<T>::AlreadyDemanded
		);
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(answer.at < now, Error::<T>::TooEarly);
		let devices = Self::drawn(&reporter, &supplier, &answer);
		ensure!(!devices.is_empty(), Error::<T>::NothingToProve);
		let until = now.saturating_add(T::ProofWindow::get());
		let demand = Demand {
			reporter: reporter.clone(),
			devices: BoundedVec::truncate_from(devices.clone()),
			until,
			is_met: false,
		};
		answer
			.demands
			.try_push(demand)
			.map_err(|_| Error::<T>::TooManyDemands)?;
		Answers::<T>::insert(epoch, &supplier, answer);
		Self::deposit_event(Event::ProofDemanded {
			supplier,
			epoch,
			reporter,
			devices,
			until,
		});
		Ok(())
	}

	/// Devices that an answer counts, by the block before this one: nobody knew its hash when the answer was given.
	fn drawn(reporter: &T::AccountId, supplier: &T::AccountId, answer: &AnswerOf<T>) -> Vec<DeviceId> {
		let parent = frame_system::Pallet::<T>::parent_hash();
		let registered = answer
			.items
			.iter()
			.map(|(item, _)| (*item, DeviceCounts::<T>::get(supplier, item)));
		let registered: Vec<_> = registered.collect();
		let total = registered
			.iter()
			.fold(0u32, |sum, (_, count)| sum.saturating_add(*count));
		let mut drawn = Vec::new();
		for attempt in 0..TRIES {
			let random = blake2_256(&(b"bme/demand", parent, reporter, answer.root, attempt).encode());
			let random = u32::from_le_bytes([random[0], random[1], random[2], random[3]]);
			let Some(mut place) = random.checked_rem(total) else {
				break;
			};
			for (item, count) in &registered {
				if place >= *count {
					place = place.saturating_sub(*count);
					continue;
				}
				let device = DevicePlaces::<T>::get((supplier, item, place));
				let counts = |device: &DeviceId| {
					let record = Devices::<T>::get(device);
					!drawn.contains(device) && record.is_some_and(|record| answer.counts(device, &record.since))
				};
				drawn.extend(device.filter(counts));
				break;
			}
			if drawn.len() as u32 >= SAMPLES {
				break;
			}
		}
		drawn
	}

	pub(crate) fn do_prove(
		who: T::AccountId,
		epoch: EpochIndex,
		reporter: T::AccountId,
		proofs: Vec<DeviceProof>,
	) -> DispatchResult {
		Answers::<T>::try_mutate(epoch, &who, |stored| {
			let answer = stored.as_mut().ok_or(Error::<T>::NoAnswer)?;
			let demand = answer.demands.iter_mut().find(|demand| demand.reporter == reporter);
			let demand = demand.ok_or(Error::<T>::NoDemand)?;
			ensure!(!demand.is_met, Error::<T>::AlreadyProven);
			ensure!(proofs.len() == demand.devices.len(), Error::<T>::WrongNumberOfProofs);
			let statement = Self::challenge_statement(&who, answer.seed);
			for (device, DeviceProof { signature, leaf, path }) in demand.devices.iter().zip(proofs) {
				ensure!(signature.verify(&statement[..], device), Error::<T>::BadSignature);
				let encoded = signature.encode();
				let is_leaf = binary_merkle_tree::verify_proof::<BlakeTwo256, _, _>(
					&answer.root,
					path,
					answer.leaves,
					leaf,
					&encoded,
				);
				ensure!(is_leaf, Error::<T>::BadProof);
			}
			demand.is_met = true;
			Ok::<_, Error<T>>(())
		})?;
		Self::deposit_event(Event::ProofGiven {
			supplier: who,
			epoch,
			reporter,
		});
		Ok(())
	}

	/// How many devices of each item count for an epoch: those that answered its challenge. None does where a demand was not met in time.
	pub(crate) fn present(epoch: EpochIndex, supplier: &T::AccountId) -> Vec<(ItemId, u32)> {
		let Some(answer) = Answers::<T>::get(epoch, supplier) else {
			return Vec::new();
		};
		let now = frame_system::Pallet::<T>::block_number();
		if answer
			.demands
			.iter()
			.any(|demand| !demand.is_met && demand.until <= now)
		{
			Self::deposit_event(Event::DevicesUnproven {
				supplier: supplier.clone(),
				epoch,
			});
			return Vec::new();
		}
		answer.items.into_inner()
	}

	/// A device that was removed counts no more, in no answer that is still open.
	pub(crate) fn forget_device(supplier: &T::AccountId, item: ItemId, device: &DeviceId, since: BlockNumberFor<T>) {
		let current = T::Epoch::current();
		for epoch in [Some(current), current.checked_sub(1)].into_iter().flatten() {
			let answer = Answers::<T>::get(epoch, supplier).filter(|answer| answer.counts(device, &since));
			if let Some(mut answer) = answer {
				let counted = answer.items.iter_mut().find(|(of, _)| *of == item);
				counted
					.into_iter()
					.for_each(|(_, count)| *count = count.saturating_sub(1));
				Answers::<T>::insert(epoch, supplier, answer);
			}
		}
	}
}
