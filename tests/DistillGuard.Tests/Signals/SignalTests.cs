// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Signals;

public sealed class SignalTests
{
    [Test]
    public void Describe_MeasureLimitAndTag_FillsTheReason()
    {
        var signal = new Signal(Info("{0:F1} seen from {2}, {1:F0} usual"), 1, 12.34f, 5, SignalTag.From("SG"));

        Assert.That(signal.Describe(), Is.EqualTo("12.3 seen from SG, 5 usual"));
    }

    [Test]
    public void Describe_UnderAnotherCulture_WritesInvariantNumbers()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            Assert.That(new Signal(Info("{0:F1}"), 1, 1.5f, 0).Describe(), Is.EqualTo("1.5"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static SignalInfo Info(string reason) => new()
    {
        Id = "test.reason",
        Title = "Title",
        Family = SignalFamily.Content,
        Reason = reason,
        Innocent = "a test.",
    };
}
