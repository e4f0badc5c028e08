// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Is given the data of server-sent events as it arrives.</summary>
internal interface IEventSink
{
    /// <summary>How much of what begins here is a line of data that need not be handed over, its end left out; 0 for what must be.</summary>
    int StepOver(ReadOnlySpan<byte> text);

    /// <summary>More of the current event's data; the lines of one event are joined by line feeds.</summary>
    void Data(ReadOnlySpan<byte> piece);

    /// <summary>The current event is whole. Not said of an event without data, as by the standard.</summary>
    void EndEvent();
}
