// Resources as inputs and as dependencies.
const { Thing, Group } = require("../resources");

module.exports = () => {
    const group = new Group("group");
    const inside = new Thing("inside", { text: "i" }, { parent: group });
    const inner = new Group("inner", { parent: group });
    const deep = new Thing("deep", { text: "d" }, { parent: inner });
    const other = new Thing("other", { text: "o" });

    new Thing("byInput", { any: other });
    new Thing("byComponent", { any: inner });
    new Thing("inValues", { any: { list: [other, deep], text: inside.result } });
    new Thing("dependsOnCustom", { text: "t" }, { dependsOn: [other] });
    new Thing("dependsOnComponent", { text: "t" }, { dependsOn: [group] });
    new Thing("dependsOnBoth", { text: other.result, whole: deep.count }, { dependsOn: [inside] });
};
