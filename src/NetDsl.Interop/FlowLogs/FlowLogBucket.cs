using System.Globalization;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using NetDsl.Runtime.FlowLogs;

namespace NetDsl.Interop.FlowLogs;

/// <summary>
/// A bucket of an object store that speaks the protocol of Amazon S3. A file is first whole in a local folder and stays there; then it goes to the bucket. Once an
/// upload has failed no other is tried: the run goes on, and everything is in the folder.
/// </summary>
public sealed class FlowLogBucket : IFlowLogDestination, IDisposable
{
    /// <summary>The region that requests to other object stores are signed for, unless the user names one: it is the one that they expect.</summary>
    private const string DefaultRegion = "us-east-1";

    private readonly FlowLogFolder folder;
    private readonly AmazonS3Client client;
    private readonly Uri? endpoint;

    /// <summary>Prepares to write; nobody is asked yet. Credentials come from where the SDK looks for them: environment, profile, role of the machine.</summary>
    /// <param name="folder">The local folder.</param>
    /// <param name="address">The bucket.</param>
    /// <param name="endpoint">The object store; Amazon S3 when left out.</param>
    /// <exception cref="FormatException">The bucket is one of Amazon S3, and neither environment nor profile names its region.</exception>
    public FlowLogBucket(FlowLogFolder folder, BucketAddress address, Uri? endpoint = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(address);
        this.folder = folder;
        this.endpoint = endpoint;
        Address = address;
        var settings = new AmazonS3Config { MaxErrorRetry = 2, RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED };
        if (endpoint is not null)
        {
            settings.ServiceURL = endpoint.ToString();
            settings.AuthenticationRegion = Environment.GetEnvironmentVariable("AWS_REGION") ?? DefaultRegion;
            settings.ForcePathStyle = true;
        }

        try
        {
            client = new AmazonS3Client(settings);
        }
        catch (AmazonClientException) when (endpoint is null)
        {
            throw new FormatException($"nothing says in which region bucket '{address.Bucket}' is; set AWS_REGION, or name a store of your own");
        }
    }

    /// <summary>Where files go.</summary>
    public BucketAddress Address { get; }

    /// <summary>How many files are in the bucket.</summary>
    public int Uploaded { get; private set; }

    /// <summary>How many are not, because of the failure.</summary>
    public int NotUploaded { get; private set; }

    /// <summary>Why; nothing as long as all is well.</summary>
    public string? Failure { get; private set; }

    /// <inheritdoc/>
    public void Write(FlowLogFile file, Action<Stream> content)
    {
        ArgumentNullException.ThrowIfNull(file);
        folder.Write(file, content);
        if (Failure is null)
        {
            Upload(file);
        }
        else
        {
            NotUploaded++;
        }
    }

    /// <inheritdoc/>
    public void Tell(FlowLogState state) => folder.Tell(state);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private void Upload(FlowLogFile file)
    {
        var key = Address.Prefix + file.Key;
        try
        {
            var request = new PutObjectRequest { BucketName = Address.Bucket, Key = key, FilePath = folder.PathOf(file.Key), UseChunkEncoding = false };
            request.Metadata["delivered-at"] = file.DeliveredAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            client.PutObjectAsync(request).GetAwaiter().GetResult();
            Uploaded++;
        }
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or HttpRequestException or OperationCanceledException)
        {
            NotUploaded++;
            Failure = $"'{key}' was not taken by bucket '{Address.Bucket}'{(endpoint is null ? "" : $" at {endpoint}")}: {Reason(failure)}";
        }
    }

    private static string Reason(Exception failure)
    {
        var message = failure.Message.Split('\n')[0].TrimEnd('.', ' ');
        return failure is AmazonS3Exception { ErrorCode: { Length: > 0 } code } && !message.Contains(code, StringComparison.Ordinal) ? $"{code}: {message}" : message;
    }
}
