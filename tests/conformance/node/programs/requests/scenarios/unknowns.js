// Outputs of one resource as inputs of others: unknown in a preview.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../resources");

module.exports = () => {
    const first = new Thing("first", { text: "t" });
    const second = new Thing("second", {
        text: first.result,
        whole: first.count,
        list: ["a", first.result],
        map: { k: first.result },
        nested: { text: "known", inner: { map: { y: first.result } } },
        any: first.more,
    });
    new Thing("third", {
        text: pulumi.all([first.id, second.result]).apply(([id, result]) => `${id}/${result}`),
        kind: pulumi.secret(first.result),
        name: first.urn,
        either: pulumi.output(first.text).apply((text) => text.length),
    });
};
