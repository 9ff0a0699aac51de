namespace MlopsBatch.LocalCloud.Http.Signing;

/// <summary>Why a request's sender isn't known. Each protocol has its own codes for them.</summary>
internal enum AuthenticationFault
{
    /// <summary>No signature at all.</summary>
    Missing,

    /// <summary>A signature that lacks a part.</summary>
    Incomplete,

    /// <summary>Another kind of signature than version 4.</summary>
    Unsupported,

    /// <summary>No such access key, or a session token that isn't the key's.</summary>
    UnknownKey,

    /// <summary>The session has ended.</summary>
    ExpiredToken,

    /// <summary>Signed with another secret, or changed on the way.</summary>
    SignatureMismatch,

    /// <summary>Signed too long ago, or in the future.</summary>
    Expired,

    /// <summary>The body isn't the one that was signed.</summary>
    BodyMismatch,
}
