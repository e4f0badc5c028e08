// SPDX-License-Identifier: MIT

namespace DistillGuard.Load.Loading;

/// <summary>A block of load on one gateway.</summary>
/// <param name="Result">What its clients saw.</param>
/// <param name="ProcessorTime">What the gateway's process used.</param>
internal sealed record Block(LoadResult Result, TimeSpan ProcessorTime)
{
    /// <summary>Processor time of the gateway per request.</summary>
    public double MicrosecondsPerRequest => ProcessorTime.TotalMicroseconds / Result.Requests;
}
