//! What a panel finds: worked examples.

use bme_economics::*;

fn percents(parts: &[u32]) -> Vec<Perbill> {
	parts.iter().map(|part| Perbill::from_percent(*part)).collect()
}

#[test]
fn median_should_be_of_each_column_when_rows_are_equally_long() {
	let rows = [percents(&[10, 90]), percents(&[20, 80]), percents(&[30, 10])];
	assert_eq!(median_of_each(&rows), Some(percents(&[20, 80])));
	assert_eq!(median_of_each(&rows[..2]), Some(percents(&[10, 80])));
	assert_eq!(median_of_each(&[]), None);
	assert_eq!(median_of_each(&[percents(&[1]), percents(&[1, 2])]), None);
}

#[test]
fn shares_should_divide_what_the_minima_leave_when_a_panel_states_them() {
	let minima = percents(&[20, 20, 10]);
	// Above the minima: 20, 0 and 20. Half of one is left.
	assert_eq!(
		shares_of_panel(&minima, &percents(&[40, 15, 30])),
		Ok(percents(&[45, 20, 35]))
	);
	// Nothing is above: the minima, scaled.
	assert_eq!(
		shares_of_panel(&minima, &percents(&[0, 0, 0])),
		Ok(percents(&[40, 40, 20]))
	);
	// The minima are all of it.
	assert_eq!(
		shares_of_panel(&percents(&[60, 40]), &percents(&[0, 100])),
		Ok(percents(&[60, 40]))
	);
	assert_eq!(
		shares_of_panel(&percents(&[0]), &percents(&[0])),
		Err(Error::SharesZero)
	);
	// Thirds: the first takes the rest.
	let thirds = shares_of_panel(&percents(&[0, 0, 0]), &percents(&[9, 9, 9])).unwrap();
	assert_eq!(thirds[0].deconstruct(), 333_333_334);
	assert_eq!(thirds[2].deconstruct(), 333_333_333);
}

#[test]
fn shares_should_fit_when_none_is_below_its_minimum_and_they_are_one() {
	let minima = percents(&[20, 20]);
	assert!(shares_fit(&minima, &percents(&[20, 80])));
	assert!(!shares_fit(&minima, &percents(&[19, 81])));
	assert!(!shares_fit(&minima, &percents(&[20, 79])));
	assert!(!shares_fit(&minima, &percents(&[100])));
}

#[test]
fn chance_should_fall_with_accuracy_and_with_a_small_burn() {
	let [known, unknown] = [2, 25].map(Perbill::from_percent);
	let chance =
		|accuracy: Option<u32>, burn| sampling_chance(known, unknown, accuracy.map(Perbill::from_percent), burn, 100);
	assert_eq!(chance(None, 100), unknown);
	assert_eq!(chance(Some(100), 100), known);
	assert_eq!(chance(Some(0), 1_000), unknown);
	assert_eq!(chance(Some(50), 100), Perbill::from_parts(135_000_000));
	assert_eq!(chance(None, 10), Perbill::from_percent(10));
	assert_eq!(chance(Some(100), 1), Perbill::from_percent(1));
	assert_eq!(chance(None, 0), Perbill::zero());
	// No least burn: every job counts whole.
	assert_eq!(sampling_chance(known, unknown, None, 0, 0), unknown);
}

#[test]
fn accuracy_should_forget_slowly_when_verdicts_follow() {
	let good = Perbill::one();
	let bad = accuracy_after(Some(good), Perbill::zero());
	assert_eq!(bad, Perbill::from_parts(875_000_000));
	assert_eq!(accuracy_after(Some(bad), good), Perbill::from_parts(890_625_000));
}
