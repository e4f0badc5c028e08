// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Requests.Batches;

/// <summary>Is given the items of a batch upload as they pass.</summary>
internal interface IBatchSink
{
    /// <summary>One item, as it stands in the upload; borrowed for the call.</summary>
    /// <returns>Whether more are wanted.</returns>
    bool Item(ReadOnlyMemory<byte> json);

    /// <summary>An item was longer than the bound.</summary>
    void LargeItem();
}
