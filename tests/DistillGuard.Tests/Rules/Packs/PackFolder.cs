// SPDX-License-Identifier: MIT

using System.Security.Cryptography;

namespace DistillGuard.Rules.Packs;

/// <summary>A folder of packs, and a key to sign them with.</summary>
internal sealed class PackFolder : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Path { get; } = Directory.CreateTempSubdirectory("distillguard-packs-").FullName;

    public string PrivateKey => _key.ExportECPrivateKeyPem();

    public string PublicKey => _key.ExportSubjectPublicKeyInfoPem();

    public string Write(string version, bool signed = true, string name = "own-rules", string phrase = "golden apples")
    {
        string path = System.IO.Path.Join(Path, $"{name}-{version}.zip");
        using FileStream stream = File.Create(path);
        RulePackWriter.Write(
            stream,
            name,
            version,
            [
                new RuleSetSource("own.json", RuleJson.Document(RuleJson.Rule(RuleJson.Any(phrase)))),
                new RuleSetSource("cases/own-rule.cases.json", """{"matches": ["golden apples"], "misses": []}"""),
            ],
            signed ? PrivateKey : null);
        return path;
    }

    public void Dispose()
    {
        _key.Dispose();
        Directory.Delete(Path, recursive: true);
    }
}
