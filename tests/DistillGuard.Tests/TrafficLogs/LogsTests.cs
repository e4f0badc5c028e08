// SPDX-License-Identifier: MIT

using System.Text.Json;

namespace DistillGuard.TrafficLogs;

public sealed class LogsTests
{
    [Test]
    public void Full_Parsed_IsJson()
    {
        using JsonDocument document = JsonDocument.Parse(Logs.Full);

        Assert.That(document.RootElement.EnumerateObject().Count(), Is.EqualTo(19));
    }
}
