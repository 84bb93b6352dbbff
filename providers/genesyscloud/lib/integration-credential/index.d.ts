import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface IntegrationCredentialConfig extends cdktf.TerraformMetaArguments {
    readonly credentialTypeName: string;
    readonly fields?: {
        [key: string]: string;
    };
    readonly id?: string;
    readonly name?: string;
}
export declare class IntegrationCredential extends cdktf.TerraformResource {
    static readonly tfResourceType = "genesyscloud_integration_credential";
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    constructor(scope: Construct, id: string, config: IntegrationCredentialConfig);
    private _credentialTypeName?;
    get credentialTypeName(): string;
    set credentialTypeName(value: string);
    get credentialTypeNameInput(): string;
    private _fields?;
    get fields(): {
        [key: string]: string;
    };
    set fields(value: {
        [key: string]: string;
    });
    resetFields(): void;
    get fieldsInput(): {
        [key: string]: string;
    };
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string;
    private _name?;
    get name(): string;
    set name(value: string);
    resetName(): void;
    get nameInput(): string;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
