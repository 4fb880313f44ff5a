using System.Globalization;
using System.Text;

namespace Provisioning.Backends.Azure.Blobs;

/// <summary>Writes keys as Pulumi's backend does (go-cloud's <c>blob/azureblob</c>), so that both mean the same blob.</summary>
internal static class BlobKey
{
    /// <summary>A key without what a blob's name cannot hold: each such character becomes <c>__0x&lt;hex&gt;__</c>.</summary>
    public static string Escape(string key)
    {
        var escaped = new StringBuilder(key.Length);
        for (var index = 0; index < key.Length; index++)
        {
            var leadsUp = key[index] == '/' && index >= 2 && key[index - 1] == '.' && key[index - 2] == '.';
            if (leadsUp || key[index] is < ' ' or '"' or '#' or '%' or '?' or '\\' or '\x7f')
                escaped.Append(CultureInfo.InvariantCulture, $"__0x{(int)key[index]:x}__");
            else
                escaped.Append(key[index]);
        }

        return escaped.ToString();
    }
}
