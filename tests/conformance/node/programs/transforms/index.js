// Functions that change resources before they are registered: of a resource, of its component, of the stack.
const pulumi = require("@pulumi/pulumi");
const { Thing, Pair } = require("../thing");

const base = new Thing("base", { size: 1 });

function append(text) {
    return ({ props, opts }) => ({ props: { ...props, name: pulumi.output(props.name ?? "").apply((name) => name + text) }, opts });
}

pulumi.runtime.registerStackTransform(append("/stack"));
pulumi.runtime.registerStackTransform(async ({ type, props, opts }) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    return type === "test:index:Thing" ? { props: { ...props, tags: { transformed: "yes" } }, opts } : undefined;
});

new Thing("own", { name: "own" }, { transforms: [append("/first"), append("/second")] });
new Pair("pair", {}, { transforms: [append("/pair")] });
new Thing("options", { size: 1, zone: pulumi.secret("z") }, {
    transforms: [({ props, opts }) => ({ props, opts: { ...opts, protect: true, dependsOn: [base], additionalSecretOutputs: ["address"], ignoreChanges: ["size"] } })],
});
new Thing("inputs", { name: base.address }, {
    transforms: [({ props, opts }) => ({ props: { ...props, copy: props.name, secret: pulumi.secret("s") }, opts })],
});
new Thing("dropped", { name: base.address, size: 1 }, { transforms: [({ opts }) => ({ props: { size: 2 }, opts: { ...opts, dependsOn: [] } })] });
