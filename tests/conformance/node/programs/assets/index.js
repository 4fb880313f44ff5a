// Assets and archives of every kind, with paths relative to the program.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

const text = new Thing("text", { content: new pulumi.asset.StringAsset("hello") });
new Thing("file", { content: new pulumi.asset.FileAsset("files/a.txt") });
new Thing("folder", { content: new pulumi.asset.FileArchive("files") });
new Thing("archive", { content: new pulumi.asset.AssetArchive({
    "text.txt": new pulumi.asset.StringAsset("hello"),
    "folder": new pulumi.asset.FileArchive("files"),
}) });

exports.asset = text.id.apply(() => new pulumi.asset.StringAsset("out"));
