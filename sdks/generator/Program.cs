using Provisioning.Sdk.Generator;
using Provisioning.Sdk.Generator.Emission;
using Provisioning.Sdk.Generator.Schema;

if (args is not [var schemaPath, var packageName, var outputPath])
{
    Console.Error.WriteLine("usage: Provisioning.Sdk.Generator <schema.json> <package> <output folder>");
    return 1;
}

using var schema = File.OpenRead(schemaPath);
var package = SchemaDocument.Parse(schema).Package(packageName);
Directory.CreateDirectory(outputPath);
new OutputFolder(outputPath).Replace(new PackageEmitter(package).Emit());
return 0;
