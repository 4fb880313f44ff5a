// The outputs of a stack.
const pulumi = require("@pulumi/pulumi");
const { Thing, Group } = require("../resources");

module.exports = () => {
    const thing = new Thing("thing", { text: "t" });
    return {
        text: "plain",
        number: 3,
        flag: true,
        list: ["a", thing.result],
        nested: { inner: { hidden: pulumi.secret("h") } },
        result: thing.result,
        id: thing.id,
        urn: thing.urn,
        hidden: pulumi.secret({ user: "u" }),
        nothing: undefined,
        group: new Group("group").urn,
    };
};
