namespace ActorGraph.Graph;

/// <summary>Every error code of the databases, as Neo4j names them; the embedded engine uses the same. What only ActorGraph knows begins with its name.</summary>
public static class ErrorCodes
{
    public const string SyntaxError = "Neo.ClientError.Statement.SyntaxError";
    public const string SemanticError = "Neo.ClientError.Statement.SemanticError";
    public const string TypeError = "Neo.ClientError.Statement.TypeError";
    public const string ArgumentError = "Neo.ClientError.Statement.ArgumentError";
    public const string ArithmeticError = "Neo.ClientError.Statement.ArithmeticError";
    public const string EntityNotFound = "Neo.ClientError.Statement.EntityNotFound";
    public const string ParameterMissing = "Neo.ClientError.Statement.ParameterMissing";
    public const string AccessMode = "Neo.ClientError.Statement.AccessMode";
    public const string NotSupported = "Neo.ClientError.Statement.UnsupportedOperationError";
    public const string RowLimit = "Neo.ClientError.Statement.RowLimit";
    public const string ConstraintViolation = "Neo.ClientError.Schema.ConstraintValidationFailed";
    public const string SchemaRuleExists = "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists";
    public const string ProcedureNotFound = "Neo.ClientError.Procedure.ProcedureNotFound";
    public const string ProcedureCallFailed = "Neo.ClientError.Procedure.ProcedureCallFailed";
    public const string TimedOut = "Neo.ClientError.Transaction.TransactionTimedOut";
    public const string OutOfMemory = "Neo.TransientError.General.MemoryPoolOutOfMemoryError";
    public const string LockTimeout = "Neo.TransientError.Transaction.LockAcquisitionTimeout";
    public const string Unauthorized = "Neo.ClientError.Security.Unauthorized";
    public const string ServiceUnavailable = "ServiceUnavailable";
    public const string SessionExpired = "SessionExpired";
    public const string ProtocolError = "ProtocolError";

    /// <summary>The connection went while a commit was on its way: nobody here knows whether it was made.</summary>
    public const string IncompleteCommit = "IncompleteCommit";

    /// <summary>Another member of the cluster leads by now.</summary>
    public const string NotALeader = "Neo.ClientError.Cluster.NotALeader";
    public const string ForbiddenOnReadOnly = "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase";
    public const string AuthorizationExpired = "Neo.ClientError.Security.AuthorizationExpired";
    public const string DatabaseUnavailable = "Neo.TransientError.Database.DatabaseUnavailable";
    public const string ActorNotFound = "ActorGraph.ClientError.Actor.NotFound";
    public const string ActorAmbiguous = "ActorGraph.ClientError.Actor.Ambiguous";
    public const string DecisionInvalid = "ActorGraph.ClientError.Decision.Invalid";
    public const string FilterInvalid = "ActorGraph.ClientError.Filter.Invalid";
    public const string DocumentNotFound = "ActorGraph.ClientError.Document.NotFound";
    public const string TextInvalid = "ActorGraph.ClientError.Text.Invalid";
    public const string StorageFailed = "Neo.DatabaseError.General.StorageFailed";
}
