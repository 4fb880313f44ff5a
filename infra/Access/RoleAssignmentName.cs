using System.Security.Cryptography;
using System.Text;
using Provisioning.Infra.Model;

namespace Provisioning.Infra.Access;

/// <summary>
/// Names role assignments so that the same assignment has the same name on every run, on every machine. Azure refuses a second
/// name for the same scope, principal and role, and refuses the same name for another triple.
/// </summary>
public static class RoleAssignmentName
{
    /// <summary>Namespace that ARM's template function <c>guid()</c> hashes in, so that templates can compute the same names.</summary>
    private static readonly Guid Namespace = Guid.Parse("11fb06fb-712d-4ddd-98c7-e71bbd588830");

    /// <summary>
    /// The name of one assignment. It covers the principal's object id, not the identity's name: an identity that was deleted
    /// and made again is another principal and needs another assignment.
    /// </summary>
    /// <param name="scope">Full id of the scope; casing does not matter.</param>
    /// <param name="principalId">Object id of the principal.</param>
    /// <param name="role">The role.</param>
    public static Guid Of(string scope, string principalId, RoleReference role) =>
        Hash(scope.ToLowerInvariant(), principalId.ToLowerInvariant(), role.DefinitionId.ToString("D"));

    /// <summary>ARM's <c>guid(…)</c>: a UUID of version 5 (RFC 9562) over the arguments, joined with hyphens.</summary>
    /// <param name="parts">The arguments.</param>
    public static Guid Hash(params ReadOnlySpan<string> parts)
    {
        var name = Encoding.UTF8.GetBytes(string.Join('-', parts));
        Span<byte> input = new byte[16 + name.Length];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        name.CopyTo(input[16..]);

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
