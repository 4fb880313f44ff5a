// Secrets, alone and inside of other values.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../resources");

module.exports = () => {
    const password = pulumi.secret("s3cret");
    const first = new Thing("first", {
        text: password,
        list: ["a", password],
        map: { k: password },
        nested: { inner: { map: { y: password } } },
        kind: password.apply((p) => p.toUpperCase()),
    });
    new Thing("second", { text: first.text, whole: pulumi.unsecret(password).apply((p) => p.length), any: pulumi.secret({ user: "u", age: 3 }) });
};
