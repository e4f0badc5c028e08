// SPDX-License-Identifier: MIT

using DistillGuard.Support;

namespace DistillGuard.Calibration;

public sealed class CalibrationKeyTests
{
    [Test]
    public void Of_SameSecret_IsTheSame() =>
        Assert.That(CalibrationKey.Of(Samples.Secret), Is.EqualTo(CalibrationKey.Of([.. Samples.Secret])));

    // The piece reader leaves the lowest bit of either half out of account; the secret's own hash must not.
    [Test]
    public void Of_SecretsOneBitApart_Differ([Range(0, 15)] int position)
    {
        byte[] other = [.. Samples.Secret];
        other[position] ^= 1;

        Assert.That(CalibrationKey.Of(other).Secret, Is.Not.EqualTo(CalibrationKey.Of(Samples.Secret).Secret));
    }

    [Test]
    public void Of_AnySecret_IsTwoHashesInHexadecimal()
    {
        (string secret, string pieces) = CalibrationKey.Of(Samples.Secret);

        Assert.That($"{secret} {pieces}", Does.Match("^[0-9a-f]{32} [0-9a-f]{32}$"));
    }
}
