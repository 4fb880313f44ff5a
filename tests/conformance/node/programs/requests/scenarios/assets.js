// Assets and archives.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../resources");

module.exports = () => {
    const { StringAsset, FileAsset, RemoteAsset, FileArchive, RemoteArchive, AssetArchive } = pulumi.asset;
    new Thing("text", { any: new StringAsset("hi") });
    new Thing("file", { any: new FileAsset("./assets/file.txt") });
    new Thing("remote", { any: new RemoteAsset("https://example.com/file.txt") });
    new Thing("folder", { any: new FileArchive("./assets/folder") });
    new Thing("download", { any: new RemoteArchive("https://example.com/file.zip") });
    new Thing("assembled", { any: new AssetArchive({ "a.txt": new StringAsset("a"), inner: new AssetArchive({ "b.txt": new FileAsset("./assets/file.txt") }) }) });
    new Thing("inside", { any: { list: [new StringAsset("x")] }, text: "t" });
    new Thing("hidden", { any: pulumi.secret(new StringAsset("s")) });
};
