/**
 * A small agent: it is asked a sum over handwritten digits, plans, calls its two tools, and answers. Everything
 * that it did is in its transcript, which anybody can play again.
 */
import { predict } from './model.mjs';
import { imageAt } from './dataset.mjs';

/** The tools that the agent may call. `read` is the model that the training job made. */
export function toolsOver(model, samples) {
	return {
		read: ({ image }) => predict(model, imageAt(samples, image)).digit,
		calculate: ({ operator, operands }) =>
			operands.reduce(operator === 'times' ? (a, b) => a * b : (a, b) => a + b),
	};
}

/** Answer a question such as "What is image 3 plus image 8 plus image 20?". */
export function answer(question, tools) {
	const images = [...question.matchAll(/image (\d+)/g)].map(([, image]) => Number(image));
	const operator = question.includes(' times ') ? 'times' : 'plus';
	if (images.length < 2) throw new RangeError(`no sum of images in the question: ${question}`);

	const transcript = [{ role: 'consumer', content: question }];
	const call = (tool, input) => {
		const output = tools[tool](input);
		transcript.push({ role: 'tool', tool, input, output });
		return output;
	};
	const operands = images.map((image) => call('read', { image }));
	const result = call('calculate', { operator, operands });
	const content = `${operands.join(` ${operator} `)} is ${result}.`;
	transcript.push({ role: 'agent', content });
	return { content, operands, result, transcript };
}
