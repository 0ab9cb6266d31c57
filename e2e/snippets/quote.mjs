import { api } from './connect.mjs';

// 10.00 USD, in the base units of fiat: 6 decimals.
const quote = await api.call.bmeApi.quote('Agent', 10_000_000n);
if (quote.isErr) {
	// PriceStale, PriceTooLow, PriceTooHigh or JobsPaused.
	console.log(`no quote: ${quote.asErr.type}`);
} else {
	const { fiat, burn, priceUsed } = quote.asOk;
	console.log(`suppliers get ${fiat} (6 decimals), burned are ${burn} (12 decimals), at ${priceUsed} (18 decimals)`);
}

const { price, cautious, condition, agreeingFeeds, quorum } = await api.call.priceApi.price();
console.log(`the token price is ${price} and ${condition.type}: ${agreeingFeeds} feeds agree, ${quorum} must`);
console.log(`quotes use ${cautious}, unless the policy's floor price is higher`);
await api.disconnect();
