const levels = [
	"low",
	"medium",
	"high",
	"critical"
];
export { levels as t };
