using System.Text;

namespace Nestwerk.Shared.Sending;

/// <summary>Writes each message to a folder instead of sending it: for the demo and for tests. The same message is one file, however often it comes.</summary>
public sealed class FolderChannel(NestwerkOptions options) : IMessageChannel
{
    public bool Carries(MessageWay way) => options.Messages.Folder is not null;

    public async Task<Delivery> SendAsync(Parcel parcel, CancellationToken cancel)
    {
        try
        {
            PrivateFolder.Ensure(options.Messages.Folder!);
            await File.WriteAllTextAsync(FileOf(parcel), $"{parcel.Way}\n{parcel.To}\n\n{parcel.Text}\n", Encoding.UTF8, cancel);
            return new(Answer.Taken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return new(Answer.NotNow, error.GetType().Name);
        }
    }

    public Task<bool?> WasTakenAsync(Parcel parcel, CancellationToken cancel) => Task.FromResult<bool?>(File.Exists(FileOf(parcel)));

    string FileOf(Parcel parcel) => Path.Combine(options.Messages.Folder!, $"{parcel.Reference:N}.txt");
}
