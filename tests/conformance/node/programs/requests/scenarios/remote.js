// Components that a provider builds: their inputs carry dependencies.
const pulumi = require("@pulumi/pulumi");
const { Thing, Provider, Remote } = require("../resources");

module.exports = () => {
    const thing = new Thing("thing", { text: "t" });
    const provider = new Provider("explicit", { region: "here" });
    const remote = new Remote("remote", {
        plain: "p",
        hidden: pulumi.secret("h"),
        result: thing.result,
        secretResult: pulumi.secret(thing.result),
        nested: { list: ["a", thing.result, pulumi.secret("s")] },
        thing,
    });
    new Remote("provided", {}, { providers: [provider] });
    new Thing("after", { text: remote.result }, { dependsOn: [remote] });
    new Thing("child", {}, { parent: remote });
};
