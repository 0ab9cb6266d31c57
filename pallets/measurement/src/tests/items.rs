use super::mock::*;
use crate::{Call, Error, Event, Items};
use bme_primitives::TOKEN;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

fn set(id: u16, after: Option<bme_primitives::Item>) -> sp_runtime::DispatchResult {
	dispatch(RuntimeOrigin::root(), Call::set_item { item: id, after })
}

#[test]
fn item_should_change_when_governance_sets_it() {
	build_and_execute(|| {
		let dearer = item(3 * TOKEN, 100, false);
		assert_ok!(set(DATA, Some(dearer.clone())));
		assert_event(Event::ItemSet {
			item: DATA,
			before: Some(item(2 * TOKEN, 100, false)),
			after: Some(dearer.clone()),
		});
		assert_noop!(set(DATA, Some(dearer.clone())), Error::<Test>::NothingChanged);
		assert_noop!(set(77, None), Error::<Test>::NothingChanged);
		assert_ok!(set(77, Some(dearer)));
		assert_ok!(set(77, None));
		assert_eq!(Items::<Test>::iter().count(), 2);
		let call = Call::set_item {
			item: DATA,
			after: None,
		};
		assert_noop!(signed(11, call), DispatchError::BadOrigin);
	});
}

#[test]
fn nothing_should_count_when_the_item_was_removed_meanwhile() {
	build_and_execute(|| {
		report_all(DATA, &[5, 5, 5]);
		assert_ok!(set(DATA, None));
		next_epoch();
		assert_eq!(points(SUPPLIER), 0);
		assert_eq!(Burned::get(), 0);
	});
}

#[test]
fn views_should_tell_what_is_stored_when_they_are_asked() {
	build_and_execute(|| {
		let items = Measurement::items_view();
		assert_eq!(items.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [DATA, HOURS]);
		assert_eq!(items[0].1, item(2 * TOKEN, 100, false));
		assert_ok!(register(SUPPLIER, HOURS, &device(1), SUPPLIER));
		assert_eq!(Measurement::devices_view(&SUPPLIER, HOURS), 1);
		report_all(DATA, &[5]);
		let view = Measurement::reporter_view(&11).unwrap();
		assert_eq!((view.bond, view.reported_in, view.faults), (BOND, Some(1), 0));
		assert_eq!(Measurement::reporter_view(&STRANGER), None);
	});
}
