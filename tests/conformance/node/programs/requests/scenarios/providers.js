// Explicit providers: given, inherited, and for functions.
const { Thing, Provider, Group, findOutput } = require("../resources");

module.exports = () => {
    const provider = new Provider("explicit", { region: "here" }, { version: "1.2.3" });
    const other = new Provider("other", { region: "there" });
    new Thing("given", {}, { provider });

    const group = new Group("group", { providers: [provider] });
    const child = new Thing("child", {}, { parent: group });
    new Thing("override", {}, { parent: group, provider: other });
    const inner = new Group("inner", { parent: group });
    new Thing("grandchild", {}, { parent: inner });
    const single = new Group("single", { provider: other });
    new Thing("ofSingle", {}, { parent: single });
    new Thing("ofChild", {}, { parent: child });

    findOutput({ text: "a" }, { provider });
    findOutput({ text: "b" }, { parent: group });
};
