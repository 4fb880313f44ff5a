// Transformations, which the SDK runs itself: of a resource, of its component, of the stack.
const pulumi = require("@pulumi/pulumi");
const { Thing, Pair } = require("../thing");

function append(text) {
    return ({ props, opts }) => ({ props: { ...props, name: pulumi.output(props.name ?? "").apply((name) => name + text) }, opts });
}

pulumi.runtime.registerStackTransformation(append("/stack"));
new Thing("own", { name: "own" }, { transformations: [append("/own"), ({ props, opts }) => ({ props, opts: { ...opts, protect: true } })] });
new Pair("pair", {}, { transformations: [append("/pair")] });
