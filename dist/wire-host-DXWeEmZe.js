import { t as openGitHub } from "./code-host-D79_2X0_.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
/** GitHub as the environment of a workflow names it, for reading. Throws SluiceError input/usage. */
function openEnvironmentHost(environment, signal) {
	const token = environment["GITHUB_TOKEN"] ?? "";
	const repository = environment["GITHUB_REPOSITORY"] ?? "";
	const apiUrl = environment["GITHUB_API_URL"] ?? "https://api.github.com";
	if (token === "" || repository === "") throw new SluiceError("input/usage", "Nothing says who approved: there is neither --pull-request nor GITHUB_TOKEN with GITHUB_REPOSITORY. Nothing is allowed. Pass a recorded pull request, or set the variables as GitHub Actions does.");
	return openGitHub({
		token,
		apiUrl,
		repository,
		accountId: 0,
		signal
	});
}
export { openEnvironmentHost };
