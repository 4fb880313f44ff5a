// Functions that change the calls of provider functions.
const pulumi = require("@pulumi/pulumi");
const { Provider } = require("../thing");

// The SDK sends registrations at once, so the result must not depend on which one arrives first.
const provider = new Provider("own", { region: "north" });
pulumi.runtime.registerInvokeTransform(({ args, opts }) => ({ args: { ...args, text: `one/${args.text}` }, opts }));
pulumi.runtime.registerInvokeTransform(async ({ token, args, opts }) => token.endsWith("echo") ? { args: { ...args, text: `${args.text}/two` }, opts: { ...opts, provider } } : undefined);

exports.plain = pulumi.runtime.invokeOutput("test:index:echo", { text: "a" }).apply((result) => result.text);
exports.other = pulumi.runtime.invokeOutput("test:index:other", { text: "b" }).apply((result) => result.text);
