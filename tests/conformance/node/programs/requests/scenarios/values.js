// Plain values of every kind.
const { Thing } = require("../resources");

module.exports = () => {
    new Thing("empty", {});
    new Thing("thing", {
        text: "größer",
        none: undefined,
        flag: false,
        whole: 3,
        fraction: 2.5,
        list: ["a", "b"],
        emptyList: [],
        map: { k: "v", "with space": "w" },
        emptyMap: {},
        nested: { text: "t", inner: { list: ["x"], map: { y: "z" } } },
        objects: [{ text: "one" }, { text: "two" }],
        kind: "Blob",
        level: 2,
        either: 7,
        any: { numbers: [1, 2], deep: { flag: true } },
        json: '{"text":"t"}',
    });
};
