//! What the runtime APIs tell.

use super::mock::*;
use bme_primitives::USD;
use frame_support::assert_ok;

#[test]
fn young_view_should_begin_with_the_largest_when_there_are_several() {
	build_and_execute(|| {
		let keys = [2, 5, 3].map(|index| accept(receipt(CARD, index, u128::from(index) * USD)));
		let gone = accept(receipt(CARD, 9, 9 * USD));
		assert_ok!(reverse(ONE, gone));
		assert_ok!(reverse(TWO, gone));
		let view: Vec<_> = Fiat::young_view(&BOB)
			.into_iter()
			.map(|young| (young.receipt, young.amount))
			.collect();
		assert_eq!(view, [(keys[1], 5 * USD), (keys[2], 3 * USD), (keys[0], 2 * USD)]);
	});
}
