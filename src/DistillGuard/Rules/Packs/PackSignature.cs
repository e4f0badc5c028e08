// SPDX-License-Identifier: MIT

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DistillGuard.Rules.Packs;

/// <summary>Signs and verifies manifests: ECDSA on the curve P-256 with SHA-256.</summary>
internal static class PackSignature
{
    private const int KeyBits = 256;

    /// <summary>The signature file of a manifest.</summary>
    /// <exception cref="ArgumentException">The key is no private ECDSA P-256 key in PEM.</exception>
    public static byte[] Sign(ReadOnlySpan<byte> manifest, string privateKey)
    {
        using ECDsa key = Import(privateKey);
        try
        {
            return Encoding.ASCII.GetBytes(Convert.ToBase64String(key.SignData(manifest, HashAlgorithmName.SHA256)) + "\n");
        }
        catch (CryptographicException exception)
        {
            throw new ArgumentException("The key cannot sign; give the private key, not the public one.", nameof(privateKey), exception);
        }
    }

    /// <summary>Whether a signature file is of this manifest and this key.</summary>
    /// <exception cref="ArgumentException">The key is no ECDSA P-256 key in PEM.</exception>
    public static bool Verify(ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> signature, string publicKey)
    {
        using ECDsa key = Import(publicKey);
        var bytes = new byte[signature.Length];
        bool isBase64 = Base64.DecodeFromUtf8(signature.TrimEnd("\r\n "u8), bytes, out _, out int length) == System.Buffers.OperationStatus.Done;
        return isBase64 && key.VerifyData(manifest, bytes.AsSpan(0, length), HashAlgorithmName.SHA256);
    }

    private static ECDsa Import(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.KeySize == KeyBits)
            {
                return key;
            }
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new ArgumentException(
                "The key is no ECDSA key in PEM; make one with 'openssl ecparam -name prime256v1 -genkey -noout'.", nameof(pem), exception);
        }

        key.Dispose();
        throw new ArgumentException("The key is not on the curve P-256; make one with 'openssl ecparam -name prime256v1 -genkey -noout'.", nameof(pem));
    }
}
